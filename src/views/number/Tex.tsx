import 'katex/dist/katex.min.css';
import katex from 'katex';

const made = new Map<string, string>();

/** Rows repeat their symbols with every number that is opened. */
function render(tex: string): string {
  const held = made.get(tex);
  if (held !== undefined) return held;
  // Not a display: a line of text breaks where a sum is too long for it.
  const html = katex.renderToString(tex, { throwOnError: false, trust: false });
  made.set(tex, html);
  return html;
}

/** A formula; screen readers get its MathML. */
export function Tex({ tex }: { tex: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: KaTeX escapes what it sets, and may trust nothing in it
  return <span translate="no" dangerouslySetInnerHTML={{ __html: render(tex) }} />;
}
