import '../ui/mantine.css';
import '../ui/theme.css';
import '../ui/layout.css';
import '../ui/parts.css';
import '../ui/touch.css';
import { Alert, createTheme, type MantineColorsTuple, MantineProvider } from '@mantine/core';
import { type ComponentType, useEffect, useState } from 'react';
import { lessonIn } from '../session/lessonAddress';
import { dismissNotice } from '../session/notice';
import { closeNumber } from '../session/number';
import { SessionProvider, useAct, useSession, useVerb } from '../session/part';
import { playIn } from '../session/playAddress';
import type { Failure, Session } from '../session/session';
import { useStall } from '../session/stall';
import { lazyPart } from '../ui/Part';
import { Gallery, Help, OwnTableDialog, SaveDialog } from './dialogs';
import { Header } from './header/Header';
import { FileDrop } from './ownTable/FileDrop';
import { VIEWS } from './registry';
import { SavedNotice } from './saved/SavedNotice';
import { Announcer } from './shared/Announcer';
import { FailureBoundary } from './shared/FailureBoundary';
import { FailureCard } from './shared/FailureCard';
import { Loading } from './shared/Loading';
import { NoSuchDataset, useNoSuchDataset } from './shared/NoSuchDataset';
import { isOwnMissing, OwnSetMissing } from './shared/OwnSetMissing';
import { SkipLink } from './shared/SkipLink';
import { Stalled } from './shared/Stalled';
import { saidWords } from './shared/saidWords';
import { PastBanner } from './timeline/PastBanner';

const NumberDrawer = lazyPart(() => import('./number/NumberDrawer'), {
  useClose: () => useVerb(closeNumber),
});

const Lesson = lazyPart(() => import('./lesson/LessonPart'));
/** Whether this page was opened for a lesson. */
const IN_LESSON = lessonIn(location) !== null;

const FreePlay = lazyPart(() => import('./play/PlayPart'));
/** Whether a teacher’s link of free play opened this page. */
const IN_PLAY = playIn(location) !== null;

const violet: MantineColorsTuple = [
  '#f4f0fd',
  '#e5dcf8',
  '#c9b9f0',
  '#ab93e7',
  '#9274df',
  '#7a57d0',
  '#6344bd',
  '#5539a8',
  '#482f92',
  '#3a267a',
];

/** Fields and borders of the dark scheme, in the blue-grey of the page. */
const slate: MantineColorsTuple = [
  '#eceff4',
  '#c9ced7',
  '#a7afbc',
  '#828b99',
  '#3a414c',
  '#2d333d',
  '#20252d',
  '#1b1f26',
  '#13161b',
  '#0e1014',
];

const theme = createTheme({
  colors: { drex: violet, dark: slate },
  primaryColor: 'drex',
  primaryShade: { light: 6, dark: 6 },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  fontSizes: {
    xs: 'var(--size-note)',
    sm: 'var(--size-small)',
    md: 'var(--size-body)',
    lg: 'var(--size-lead)',
    xl: 'var(--size-title)',
  },
  defaultRadius: 'md',
  respectReducedMotion: true,
  components: {
    Alert: {
      defaultProps: { m: 'md', mb: 0, color: 'gray', variant: 'outline', closeButtonLabel: 'Dismiss' },
    },
    ActionIcon: { defaultProps: { variant: 'default' } },
    Button: {
      defaultProps: { size: 'compact-sm', variant: 'default' },
      // A long name takes another line: cut off, nobody could read it.
      styles: {
        root: {
          height: 'auto',
          minHeight: 'max(var(--button-height), var(--touch))',
          minWidth: 'var(--touch)',
        },
        label: { height: 'auto', whiteSpace: 'normal' },
      },
    },
    NativeSelect: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Switch: { defaultProps: { size: 'sm' } },
  },
});

export function App({ session }: { session: Session }) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <FailureBoundary>
        <SessionProvider value={session}>
          <Screen />
        </SessionProvider>
      </FailureBoundary>
    </MantineProvider>
  );
}

/** After all that is looked at, and without a word where it does not come: nothing on the screen needs it. */
function Offline() {
  const live = useSession((s) => s.replay !== null);
  const [Notes, setNotes] = useState<ComponentType<{ readonly inLesson: boolean }>>();
  useEffect(() => {
    if (live)
      import('./offline/OfflineNotes').then(
        (loaded) => setNotes(() => loaded.default),
        () => {},
      );
  }, [live]);
  return Notes && <Notes inLesson={IN_LESSON || IN_PLAY} />;
}

const FAILED = { start: 'The page could not start', view: 'This could not be computed' };

function SessionFailure(failure: Failure) {
  const missing = useNoSuchDataset(failure);
  if (missing !== null) return <NoSuchDataset asked={missing} />;
  if (isOwnMissing(failure)) return <OwnSetMissing />;
  return <FailureCard title={FAILED[failure.of]} error={failure.error} whole />;
}

function Screen() {
  const act = useAct();
  const started = useSession((s) => s.view !== null);
  const failure = useSession((s) => s.failure);
  const notice = useSession((s) => s.notice);
  const screen = useSession((s) => s.screen);
  const { View, load } = VIEWS.find(({ name }) => name === screen) ?? VIEWS[0];
  // Beside the data, not behind them. What does not come is told where it is drawn.
  useEffect(() => {
    if (!started) load().catch(() => {});
  }, [load, started]);
  const stalled = useStall((s) => s.stalled);
  const numberOpen = useSession((s) => s.numbers.length > 0);
  if (!started)
    return (
      <>
        {/* Beside what is missing there is still the way through the lesson. */}
        {IN_LESSON && failure && <Lesson />}
        {failure ? <SessionFailure {...failure} /> : <Loading />}
        <Gallery />
        {failure && <FileDrop />}
      </>
    );
  return (
    <>
      <SkipLink />
      {IN_LESSON && <Lesson />}
      <Header />
      {IN_PLAY && <FreePlay />}
      <Announcer />
      <PastBanner />
      {notice.length > 0 && (
        <Alert withCloseButton onClose={() => act(dismissNotice)} data-testid="notice">
          {saidWords(notice)}
        </Alert>
      )}
      {stalled && (
        <Alert>
          <Stalled />
        </Alert>
      )}
      <SavedNotice />
      <Offline />
      {failure && <SessionFailure {...failure} />}
      <View />
      {numberOpen && <NumberDrawer />}
      <SaveDialog />
      <Help />
      <Gallery />
      <OwnTableDialog />
      <FileDrop />
    </>
  );
}
