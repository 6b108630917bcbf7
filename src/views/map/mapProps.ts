import type { MapView } from '../../engine/questions/map';
import type { DatasetInfo } from '../../engine/start';

/** What every part of the screen shows. */
export interface MapProps {
  readonly map: MapView;
  readonly noun: DatasetInfo['itemNoun'];
}
