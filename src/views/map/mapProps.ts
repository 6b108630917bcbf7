import type { MapView } from '../../engine/questions/map';
import type { DatasetInfo } from '../../engine/start';
import type { Noun } from '../shared/useKind';

/** What every part of the screen shows. */
export interface MapProps {
  readonly map: MapView;
  readonly noun: DatasetInfo['itemNoun'];
  /** What all who review are called, and what this one is. */
  readonly who: Noun;
  readonly kind: string;
}
