/**
 * Page translators wrap every text in elements of their own, or put such elements in the place of texts. React keeps the
 * texts that it made and where they stood: its next step of removing one, or of putting something before one, would throw
 * and take the page with it, and what it writes into a replaced text nobody would see.
 */

/** What a translator put in the place of a text. */
const replaced = new WeakMap<Node, Element>();

/** What stands in `parent` for a node that a translator has moved deeper or taken out; null where nothing does. */
function standIn(parent: Node, node: Node): Node | null {
  for (let at: Node | null | undefined = node; at; at = at.parentNode ?? replaced.get(at))
    if (at.parentNode === parent) return at;
  return null;
}

/** Lets the page go on under a translator; before React draws anything. */
export function bearTranslators(): void {
  const { insertBefore, removeChild } = Node.prototype;
  Node.prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
    const found = standIn(this, child);
    if (found) removeChild.call(this, found);
    return child;
  };
  Node.prototype.insertBefore = function <T extends Node>(this: Node, node: T, before: Node | null): T {
    insertBefore.call(this, node, before && standIn(this, before));
    return node;
  };
  const watch = new MutationObserver((records) => {
    for (const { type, target, addedNodes, removedNodes, previousSibling, nextSibling } of records) {
      if (type === 'characterData') {
        // The page has written something new: it stands there again, and is translated anew.
        if (!target.isConnected) replaced.get(target)?.replaceWith(target);
        continue;
      }
      for (const gone of removedNodes) {
        if (!(gone instanceof Text) || gone.isConnected) continue;
        const by = [...addedNodes, previousSibling, nextSibling].find((node) => node?.nodeName === 'FONT');
        if (!by) continue;
        replaced.set(gone, by as Element);
        watch.observe(gone, { characterData: true });
      }
    }
  });
  watch.observe(document, { childList: true, subtree: true });
}
