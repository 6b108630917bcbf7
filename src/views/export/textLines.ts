export interface TextLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly height: number;
}

/** The lines in which a text stands on the page, each with its place. */
export function linesOf(node: Text): TextLine[] {
  const range = node.ownerDocument.createRange();
  const lines: TextLine[] = [];
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const { left, right, top, width, height } = range.getBoundingClientRect();
    if (width === 0) continue;
    const line = lines.at(-1);
    if (line && Math.abs(line.top - top) < 2)
      lines[lines.length - 1] = { ...line, text: `${line.text} ${word}`, right };
    else lines.push({ text: word, left, right, top, height });
  }
  return lines;
}

export type WidthOf = (text: string) => number;

/** A text in lines of at most a width; what has no space, as a link, breaks anywhere. */
export function wrap(text: string, width: number, widthOf: WidthOf): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (widthOf(line) > width && line.length > 1) {
      const head = longestThatFits(line, width, widthOf);
      lines.push(line.slice(0, head));
      line = line.slice(head);
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** How many characters fit, at least one. */
function longestThatFits(text: string, width: number, widthOf: WidthOf): number {
  let [fits, not] = [1, text.length];
  while (not - fits > 1) {
    const middle = (fits + not) >> 1;
    if (widthOf(text.slice(0, middle)) <= width) fits = middle;
    else not = middle;
  }
  return fits;
}
