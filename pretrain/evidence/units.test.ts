import { describe, expect, it } from 'vitest';
import { readDescriptor } from '../descriptor';
import { trainingOf } from '../recipe';
import { FORMS, formOf, formsFor, trainingOfForm } from './units';

const setOf = (id: string) => {
  const descriptor = readDescriptor(`pretrain/datasets/${id}.json`);
  return { aspects: descriptor.aspects.length, recipe: trainingOf(descriptor, 0) };
};
const idsFor = (id: string) =>
  formsFor(
    setOf(id),
    FORMS.map((form) => form.id),
  ).map((form) => form.id);

describe('the forms of the model', () => {
  it('leave out of a set what says nothing of it', () => {
    const absent = (id: string) => FORMS.map((form) => form.id).filter((form) => !idsFor(id).includes(form));
    expect(absent('beers')).toEqual(['huber', 'topics']);
    expect(absent('instruments')).toEqual(['no-aspects', 'huber', 'topics', 'no-aspect-task']);
    expect(absent('teas')).toEqual(['squared', 'topics']);
  });

  it('are trained by recipes of their own, but for those that only predict otherwise', () => {
    const { recipe } = setOf('teas');
    const text = (id: string) => JSON.stringify(trainingOfForm(formOf(id), recipe));
    const changed = idsFor('teas').filter((id) => text(id) !== JSON.stringify(recipe));
    const other = idsFor('teas').filter((id) => !changed.includes(id));
    // Their data or base differs, or nothing but the history’s order.
    expect(other).toEqual(['no-text', 'no-ratings', 'no-aspects', 'shuffled', 'plain-base', 'orders']);
    expect(new Set(changed.map(text)).size).toBe(changed.length);
  });

  it('add nothing to the recipe that ships: its text names the kept results', () => {
    expect(Object.keys(setOf('beers').recipe.variant)).toEqual(['scorer', 'refinement']);
    expect(Object.keys(setOf('beers').recipe).slice(-3)).toEqual(['stateDropout', 'choosing', 'variant']);
  });
});
