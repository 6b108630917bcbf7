import type { HandedFile } from '../data/openFiles';
import type { DatasetInfo } from './start';

export type { HandedFile };

/** The data set of an address that means the one that somebody opened from disk, which only their browser has. */
export const OWN_DATASET = 'own';

/** What is told of it before it is opened. */
export type OwnSet = Pick<DatasetInfo, 'name' | 'counts' | 'bytes'>;

/** Whether files below a URL are those of one's own data set. */
export const isOwn = (url: string): boolean => /\/datasets\/own\/[^/]*$/.test(url);
