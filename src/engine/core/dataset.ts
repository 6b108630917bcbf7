import type { Bundle } from '../../data/bundle';
import type { RatingScale } from '../../model/config';
import type { DatasetInfo, Scale } from '../api';

const toScale = ({ field, label, min, max, step, mean }: RatingScale): Scale => ({
  field,
  label,
  min,
  max,
  step,
  mean,
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
    modelHash,
    earlier,
    metrics: { ...metrics, changed },
    bytes,
  };
}
