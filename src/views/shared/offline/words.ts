import type { OfflineState } from '../../../session/offline';

/** Whether the page works without a network, in a sentence; of one that does, the size is told beside it. */
export const STANDING: { readonly [standing in Exclude<OfflineState['standing'], 'ready'>]: string } = {
  unknown: 'Not looked at yet.',
  preparing: 'Getting ready: the page is being kept on this device. Leave it open for a moment.',
  insecure:
    'Not here: this page came over plain http, and browsers keep pages only that came over https. It works as long as the network does. Served over https, it works without one.',
  no: 'Not in this browser, or not in a private window: it keeps no pages. It works as long as the network does.',
  off: 'Not while the page is being developed: only a build is kept.',
  failed:
    'Not yet: some of the page did not come, or this device has no room for it. Load the page again to try once more.',
};
