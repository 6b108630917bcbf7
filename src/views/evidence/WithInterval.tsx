import type { Interval } from '../../engine/questions/evidence';

/** "0.41 [0.38, 0.44]", the interval never broken over two lines. */
export const WithInterval = ({
  of,
  as,
}: {
  readonly of: Interval | null | undefined;
  readonly as: (value: number) => string;
}) =>
  of ? (
    <>
      {as(of.value)}{' '}
      <span className="soft">{`[${as(of.low)}, ${as(of.high)}]`.replaceAll(' ', '\u00a0')}</span>
    </>
  ) : (
    '–'
  );
