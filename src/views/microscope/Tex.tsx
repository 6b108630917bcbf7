import 'katex/dist/katex.min.css';
import katex from 'katex';

const made = new Map<string, string>();

/** Rows repeat their symbols with every number that is opened. */
function render(tex: string, display: boolean): string {
  const key = `${display} ${tex}`;
  const held = made.get(key);
  if (held !== undefined) return held;
  const html = katex.renderToString(tex, { displayMode: display, throwOnError: false, trust: false });
  made.set(key, html);
  return html;
}

interface Props {
  readonly tex: string;
  /** On a line of its own. */
  readonly display?: boolean;
}

/** A formula; screen readers get its MathML. */
export function Tex({ tex, display = false }: Props) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: KaTeX escapes what it sets, and may trust nothing in it
  return <span dangerouslySetInnerHTML={{ __html: render(tex, display) }} />;
}
