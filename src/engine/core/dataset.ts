import type { Bundle } from '../../data/bundle';
import type { ModelConfig, RatingScale } from '../../model/config';
import type { ScorerTerms } from '../predictionTex';
import type { DatasetInfo, Scale } from '../start';

const toScale = ({ field, label, min, max, step, mean }: RatingScale): Scale => ({
  field,
  label,
  min,
  max,
  step,
  mean,
});

/** Which terms the scorer of a configuration has. */
export const scorerTerms = ({ scorer, damping }: Pick<ModelConfig, 'scorer' | 'damping'>): ScorerTerms => ({
  scorer,
  ownScale: damping.scale !== null,
});

/** What the page may know of a bundle. */
export function datasetInfo({ manifest, bytes, changedSinceMeasured: changed }: Bundle): DatasetInfo {
  const {
    id,
    name,
    description,
    provenance,
    planted,
    itemNoun,
    example,
    itemFacts,
    order,
    modelHash,
    earlier,
    metrics,
    model,
  } = manifest;
  const { users, items, interactions } = manifest.counts;
  return {
    id,
    name,
    description,
    provenance,
    planted,
    itemNoun,
    example,
    counts: { users, items, interactions },
    rating: toScale(model.rating),
    aspects: model.aspects.map(toScale),
    itemFacts,
    meanRating: model.meanRating,
    order,
    stateSize: model.stateSize,
    maxWords: model.maxWords,
    vocabularySize: model.vocabularySize,
    prediction: scorerTerms(model),
    modelHash,
    earlier,
    metrics: { ...metrics, changed },
    bytes,
  };
}
