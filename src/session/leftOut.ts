import { create } from 'zustand';
import type { LeaveOneOut, LeaveOneOutProgress, LeaveOneOutRequest, LeftOut } from '../engine/api';
import { isSuperseded } from '../engine/engineError';
import { reasonOf } from './reason';
import { engine, LIST_LENGTH, useSession } from './store';
import { useTimeline } from './timeline';

/** What the marks of the timeline are sized by: what is left of each, or what would be different without it. */
export type Measure = 'left' | 'without';

export interface LeftOutState {
  readonly measure: Measure;
  readonly asked: LeaveOneOutRequest | null;
  /** What came of `asked`; null while it is worked out. */
  readonly report: LeaveOneOut | null;
  /** Told once it takes long enough to wonder. */
  readonly progress: LeaveOneOutProgress | null;
  readonly failure: string | null;
}

/** Leave-one-out of the drawn history; worked out only while somebody wants to see it. */
export const useLeftOut = create<LeftOutState>(() => ({
  measure: 'left',
  asked: null,
  report: null,
  progress: null,
  failure: null,
}));

const { getState: get, setState: set } = useLeftOut;

/** Milliseconds before progress is told. */
const PATIENCE = 500;

export function setMeasure(measure: Measure): void {
  set({ measure });
  if (measure === 'without') void refresh();
  else stop();
}

export const toggleMeasure = (): void => setMeasure(get().measure === 'left' ? 'without' : 'left');

/** By key, what each interaction of the drawn history changes; null until it is known. */
export const leftOutOf = (report: LeaveOneOut | null): ReadonlyMap<string, LeftOut> | null =>
  report && new Map(report.entries.map((one) => [one.key, one]));

/** Follows the drawn history from now on. Returns a function that stops it, and what is under way. */
export function followHistory(): () => void {
  void refresh();
  const leave = useTimeline.subscribe(({ timeline }, before) => {
    if (timeline !== before.timeline) void refresh();
  });
  return () => {
    leave();
    stop();
  };
}

function stop(): void {
  if (get().asked === null || get().report !== null) return;
  set({ asked: null, progress: null });
  void engine().stopLeaveOneOut();
}

/** Asks for what the present session needs, unless that is known or under way. */
async function refresh(): Promise<void> {
  const { side, timeline } = useTimeline.getState();
  const { person, item, history, at } = useSession.getState();
  const id = side === 'user' ? person : item;
  if (!timeline || !person || id === null) return;
  const request: LeaveOneOutRequest = { log: history.present, at, side, id, person, item, k: LIST_LENGTH };
  const { asked } = get();
  if (asked && keys(request).every((key) => asked[key] === request[key])) return;
  // What is known of another history must not stand beside this one.
  if (get().measure === 'left') return set({ asked: null, report: null });
  set({ asked: request, report: null, progress: null, failure: null });
  const latest = () => get().asked === request;
  const since = performance.now();
  try {
    const report = await engine().leaveOneOut(request, (progress) => {
      if (latest() && performance.now() - since > PATIENCE) set({ progress });
    });
    if (latest()) set({ report, progress: null });
  } catch (error) {
    if (!latest()) return;
    const superseded = isSuperseded(error);
    const message = reasonOf(error);
    set({ asked: null, progress: null, failure: superseded ? null : message });
  }
}

const keys = (request: LeaveOneOutRequest) => Object.keys(request) as (keyof LeaveOneOutRequest)[];
