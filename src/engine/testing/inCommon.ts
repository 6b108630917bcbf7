/** Of what a profile weighs, the share that another one has too, liked or disliked alike. */
export const inCommon = (
  profile: ReadonlyMap<string, number>,
  other: readonly { readonly word: string; readonly weight: number }[],
): number => {
  const now = new Map(other.map(({ word, weight }) => [word, weight]));
  let [common, all] = [0, 0];
  for (const [word, weight] of profile) {
    const one = now.get(word) ?? 0;
    all += Math.abs(weight);
    if (Math.sign(one) === Math.sign(weight)) common += Math.min(Math.abs(one), Math.abs(weight));
  }
  return common / all;
};
