import '../ui/mantine.css';
import '../ui/theme.css';
import {
  Alert,
  createTheme,
  type MantineColorsTuple,
  MantineProvider,
  SegmentedControl,
} from '@mantine/core';
import { closeNumber } from '../session/number';
import { useStall } from '../session/stall';
import { dismissNotice, type Panel, setPanel, useSession } from '../session/store';
import { lazyPart, Part } from '../ui/Part';
import { Gallery, Help, SaveDialog } from './dialogs';
import { Header } from './header/Header';
import { Profiles } from './profile/Profiles';
import { Review } from './Review';
import { Recommended } from './recommended/Recommended';
import { SavedNotice } from './saved/SavedNotice';
import { FailureBoundary } from './shared/FailureBoundary';
import { FailureCard } from './shared/FailureCard';
import { Loading } from './shared/Loading';
import { Stalled } from './shared/Stalled';
import { PastBanner } from './timeline/PastBanner';
import { Who } from './who/Who';

// Few come for it at once, and the charting library with it is as large as the rest of the page.
const view = { waiting: <p className="soft loading-view">Loading the view…</p> };
const EvidenceView = lazyPart(() => import('./evidence/EvidenceView'), view);
const TimelineView = lazyPart(() => import('./timeline/TimelineView'), view);
const MapScreen = lazyPart(() => import('./map/MapScreen'), view);
const LabsView = lazyPart(() => import('./labs/LabsView'), view);
const MicroscopeScreen = lazyPart(() => import('./MicroscopeScreen'), view);
const NumberDrawer = lazyPart(() => import('./number/NumberDrawer'), { onClose: closeNumber });

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
  defaultRadius: 'md',
  respectReducedMotion: true,
});

const PANELS: { value: Panel; label: string }[] = [
  { value: 'who', label: 'Who' },
  { value: 'profile', label: 'Profile' },
  { value: 'recommended', label: 'Picks' },
  { value: 'review', label: 'Review' },
];

export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <FailureBoundary>
        <Screen />
      </FailureBoundary>
    </MantineProvider>
  );
}

function Screen() {
  const started = useSession((s) => s.view !== null);
  const failure = useSession((s) => s.failure);
  const progress = useSession((s) => s.progress);
  const notice = useSession((s) => s.notice);
  const screen = useSession((s) => s.screen);
  const stalled = useStall((s) => s.stalled);
  const numberOpen = useSession((s) => s.numbers.length > 0);
  if (!started)
    return (
      <>
        {failure ? <FailureCard {...failure} ofBackend /> : <Loading progress={progress} />}
        <Gallery />
      </>
    );
  return (
    <>
      <Header />
      <PastBanner />
      {screen === 'explore' && <PhoneSwitch />}
      {notice && (
        <Alert
          m="md"
          mb={0}
          color="gray"
          variant="outline"
          withCloseButton
          closeButtonLabel="Dismiss"
          onClose={dismissNotice}
          data-testid="notice"
        >
          {notice}
        </Alert>
      )}
      {stalled && (
        <Alert m="md" mb={0} color="gray" variant="outline">
          <Stalled />
        </Alert>
      )}
      <SavedNotice />
      {failure && <FailureCard {...failure} ofBackend />}
      {screen === 'explore' && <Part>{() => <Explore />}</Part>}
      {screen === 'timeline' && <TimelineView />}
      {screen === 'map' && <MapScreen />}
      {screen === 'labs' && <LabsView />}
      {screen === 'microscope' && <MicroscopeScreen />}
      {screen === 'evidence' && <EvidenceView />}
      {numberOpen && <NumberDrawer />}
      <SaveDialog />
      <Help />
      <Gallery />
    </>
  );
}

function PhoneSwitch() {
  const panel = useSession((s) => s.panel);
  return (
    <nav className="phone-switch" aria-label="Parts">
      <SegmentedControl
        fullWidth
        data={PANELS}
        value={panel}
        onChange={(value) => setPanel(value as Panel)}
        aria-label="Part of the screen"
      />
    </nav>
  );
}

/** The main screen: who, their profiles, what is recommended, and reviews to write. */
function Explore() {
  const panel = useSession((s) => s.panel);
  const shown = (name: Panel) => ({ 'data-panel': name, 'data-active': panel === name });
  return (
    <main className="layout">
      <div className="column" {...shown('who')}>
        <Who />
      </div>
      <div className="column">
        <div className="column" {...shown('profile')}>
          <Profiles />
        </div>
        <div className="column" {...shown('review')}>
          <Review />
        </div>
      </div>
      <div className="column column-recommended" {...shown('recommended')}>
        <Recommended />
      </div>
    </main>
  );
}
