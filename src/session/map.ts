import { changesOf, resource } from './part';

/** The map of what is chosen; the last one stays while the next is drawn. */
export const useMap = resource((session) => ({
  of: ({ person, item, history, at, axes }) =>
    person === null ? null : { axes, log: history.present, person, item, at },
  sources: [changesOf(session, ({ axes }) => axes)],
  ask: (request) => session.engine.map(request),
  outlives: true,
}));
