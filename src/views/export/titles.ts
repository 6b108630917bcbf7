import type { Caption } from './caption';
import { wordsOf } from './readTable';

const HEADINGS = 'h1, h2, h3, h4';

const isBefore = (one: Node, other: Node): boolean =>
  Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) && !one.contains(other);

/** More letters than this are no caption. */
const LONGEST = 200;

/** The first sentence of a text, or what it says in fewer words than a sentence; null where there is neither. */
export function firstSentence(text: string): string | null {
  const sentence = /^.+?[.!?](?=\s|$)/.exec(text.trim())?.[0] ?? text.trim();
  return sentence === '' || sentence.length > LONGEST ? null : sentence;
}

/** Title and sentence of a figure or a table: its own, else those of the heading it stands under. */
export function captionOf(element: Element): Caption {
  const card = element.closest('.card, aside, main') ?? document.body;
  const own = element.querySelector(':scope > caption');
  const label = (element.querySelector('canvas') ?? element).getAttribute('aria-label');
  const heading = Array.from(card.querySelectorAll(HEADINGS)).findLast((one) => isBefore(one, element));
  const headed = heading ? wordsOf(heading) : null;
  const title =
    (own && wordsOf(own)) ||
    headed ||
    card.getAttribute('aria-label') ||
    label ||
    (element.localName === 'table' ? 'Table' : 'Figure');
  const summary = label !== title && label ? label : own ? headed : sentenceOf(element, card, heading);
  return { title, summary: summary && title.includes(summary) ? null : summary };
}

/** The first sentence in front of an element, of those that share the smallest box with it, below its heading. */
function sentenceOf(element: Element, card: Element, heading: Element | undefined): string | null {
  for (let box = element.parentElement; box && card.contains(box); box = box.parentElement) {
    const paragraph = Array.from(box.querySelectorAll('p')).find(
      (one) => isBefore(one, element) && (!heading || isBefore(heading, one)),
    );
    if (paragraph) return firstSentence(wordsOf(paragraph));
  }
  return null;
}

/** Titles that no other of the same kind has. */
export function unique<One extends { readonly kind: string; readonly title: string }>(
  all: readonly One[],
): One[] {
  const seen = new Map<string, number>();
  return all.map((one) => {
    const name = `${one.kind} ${one.title}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? one : { ...one, title: `${one.title} (${times})` };
  });
}
