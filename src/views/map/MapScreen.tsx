import { useMap } from '../../session/map';
import { useSession } from '../../session/part';
import { errorWords } from '../shared/problemWords';
import { useKind, useUsersNoun } from '../shared/useKind';
import classes from './Map.module.css';
import { MapFigure } from './MapFigure';
import { PathTable } from './PathTable';
import { axesSentence, mapTitle, otherSentence, pathTitle } from './sentences';

/** People, items and one person's path in two dimensions. */
export default function MapScreen() {
  const at = useSession((s) => s.at);
  const start = useSession((s) => s.start);
  const { answer: map, failure } = useMap();
  const kind = useKind();
  const who = useUsersNoun();
  const name = start?.dataset.name ?? '';
  const noun = start?.dataset.itemNoun ?? { one: 'item', many: 'items' };
  return (
    <main className="view" data-target="map" style={{ maxWidth: 1440 }}>
      {failure && (
        <section className="card" role="alert">
          <h2>The map cannot be drawn</h2>
          <p className="failed">{errorWords(failure)}</p>
        </section>
      )}
      {!map && !failure && (
        <p className="soft loading-view" role="status">
          Placing every {who.one} and every {noun.one} on the map…
        </p>
      )}
      {map && (
        <>
          <section className="headline" aria-label="What is seen">
            <p className="note">
              Map · {name} · {map.person.summary.label}
            </p>
            <h2 data-testid="map-finding">{mapTitle(map, kind)}</h2>
            {map.person.path.length > 0 && (
              <p className={classes.path} data-testid="map-title">
                {pathTitle(map, kind)}.
              </p>
            )}
            {at !== null && (
              <p className="soft">
                As it was just after the chosen interaction; what came later is drawn faintly.
              </p>
            )}
          </section>
          <MapFigure map={map} noun={noun} who={who} kind={kind} />
          <section className="card" aria-label="What the map keeps" data-testid="map-quality">
            <h2>What the map keeps, and what it loses</h2>
            <p className={classes.prose} data-kept={map.axes.kept} data-axes={map.axes.of}>
              {axesSentence(map, noun.many, who)}
            </p>
            <p className={classes.prose}>{otherSentence(map, noun.many, who)}</p>
            <p className="soft">
              Principal component analysis of the states of all{' '}
              {map.axes.of === 'items' ? noun.many : who.many} after the data set’s own log, centred on their
              mean. Edits move points, never the axes. Distances are Euclidean, in the units of the state.
            </p>
          </section>
          <PathTable map={map} noun={noun} kind={kind} />
        </>
      )}
    </main>
  );
}
