import type { Bundle } from '../../data/bundle';
import type { ModelConfig, RatingScale } from '../../model/config';
import type { ScorerTerms } from '../../model/equations/score';
import type { DatasetInfo, Scale } from '../start';

const toScale = ({ deviation: _, ...scale }: RatingScale): Scale => scale;

/** Which terms the scorer of a configuration has. */
export const scorerTerms = ({ scorer, damping }: Pick<ModelConfig, 'scorer' | 'damping'>): ScorerTerms => ({
  scorer,
  ownScale: damping.scale !== null,
  reliability: damping.reliability !== null,
});

/** What the page may know of a bundle. */
export function datasetInfo({ manifest, bytes, items: catalogue, ...bundle }: Bundle): DatasetInfo {
  const { model, metrics, faces } = manifest;
  const { users, items, interactions } = manifest.counts;
  return {
    id: manifest.id,
    name: manifest.name,
    description: manifest.description,
    provenance: manifest.provenance,
    planted: manifest.planted,
    itemNoun: manifest.itemNoun,
    example: manifest.example,
    counts: { users, items, interactions },
    rating: toScale(model.rating),
    aspects: model.aspects.map(toScale),
    itemFacts: manifest.itemFacts,
    userFacts: manifest.userFacts ?? [],
    usersNamed: manifest.usersNamed ?? false,
    ofKinds: manifest.userKind !== undefined,
    person: faces?.person ?? null,
    faces: (faces?.items ?? []).flatMap((id) => {
      const row = catalogue.id.indexOf(id);
      return row < 0 ? [] : [{ id, name: catalogue.name[row] }];
    }),
    unnamed: manifest.unnamed ?? '',
    quoted: manifest.quoted ?? '',
    meanRating: model.meanRating,
    order: manifest.order,
    stateSize: model.stateSize,
    maxWords: model.maxWords,
    vocabularySize: model.vocabularySize,
    prediction: scorerTerms(model),
    modelHash: manifest.modelHash,
    earlier: manifest.earlier,
    metrics: { ...metrics, changed: bundle.changedSinceMeasured },
    bytes,
  };
}
