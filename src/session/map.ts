import { changesOf, resource } from './resource';
import { engine } from './store';

/** The map of what is chosen; the last one stays while the next is drawn. */
export const useMap = resource({
  of: ({ person, item, history, at, axes }) =>
    person === null ? null : { axes, log: history.present, person, item, at },
  sources: [changesOf(({ axes }) => axes)],
  ask: (request) => engine().map(request),
  outlives: true,
});
