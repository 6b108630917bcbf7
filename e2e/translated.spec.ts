import { expect, type Page, test } from '@playwright/test';
import { App } from './app';

/**
 * What a page translator does to texts, at once and whenever new ones come. `wrap` moves each into two elements, `replace`
 * puts two elements with another text in its place; what it did, it says in capitals and stars.
 */
async function translate(page: Page, how: 'wrap' | 'replace'): Promise<void> {
  await page.evaluate((way) => {
    const LEFT = 'script, style, svg, select, textarea, [translate="no"], font';
    const font = () => document.createElement('font');
    const one = (text: Text) => {
      if (!text.data.trim() || !text.parentElement || text.parentElement.closest(LEFT)) return;
      const [outer, inner] = [font(), font()];
      outer.append(inner);
      if (way === 'wrap') {
        text.replaceWith(outer);
        inner.append(text);
      } else {
        inner.append(text.data.replace(/\S.*\S/, (words) => `*${words}*`));
        text.parentNode?.insertBefore(outer, text);
        text.remove();
      }
    };
    const all = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const found: Text[] = [];
      while (walker.nextNode()) found.push(walker.currentNode as Text);
      found.forEach(one);
    };
    all(document.body);
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes) {
          if (!node.isConnected) continue;
          if (node instanceof Text) one(node);
          else all(node);
        }
    }).observe(document.body, { childList: true, subtree: true });
  }, how);
  await expect(page.locator('font').first()).toBeAttached();
}

for (const how of ['wrap', 'replace'] as const)
  test(`the page goes on working, and its words on changing, under a translator that would ${how} texts`, async ({
    page,
  }) => {
    const app = new App(page);
    await app.openLive('/?backend=wasm&dataset=teas');
    await translate(page, how);
    const card = app.id('profile-item');

    // Another item, another name, wherever it stands.
    for (const place of [0, 3, 1]) {
      const row = app.id('recommendation-row').nth(place);
      const id = await row.getAttribute('data-item');
      await row.getByRole('button').first().click();
      await expect(page).toHaveURL(new RegExp(`item=${id}`));
      await expect(app.id('predicted-rating')).toBeAttached();
      await expect(card).toBeVisible();
    }
    const found = page.getByText(/\d+\*? people found|person found/).first();
    await expect(found).toBeVisible();
    const everybody = await found.textContent();
    await app.id('person-search').fill('am');
    await expect(found).not.toHaveText(everybody ?? '');
    await app.id('person-search').fill('');
    await expect(found).toHaveText(everybody ?? '');

    await app.rate(4);
    await page.locator('textarea').first().fill('thin and bitter');
    await expect(app.id('review-token')).toHaveCount(3);
    await page.locator('textarea').first().fill('thin');
    await expect(app.id('review-token')).toHaveCount(1);
    await app.id('review-add').click();
    await expect(app.id('difference')).toBeVisible();
    await expect(app.id('history-row').first()).toHaveAttribute('data-key', 's1');
    await app.id('undo').click();
    await expect(app.id('difference')).toBeHidden();
    await expect(page.locator('[data-testid="history-row"][data-key="s1"]')).toHaveCount(0);
    await app.id('redo').click();
    await expect(app.id('difference')).toBeVisible();

    for (const view of ['timeline', 'map', 'labs', 'microscope', 'others', 'evidence', 'explore']) {
      await app.goTo(view);
      await expect(app.id(`view-${view}`)).toHaveAttribute('aria-current', 'page');
      await expect(page.locator('main')).toBeVisible();
    }
    await expect(app.id('recommendation-row').first()).toBeAttached();
    await expect(app.id('part-failure')).toHaveCount(0);
    expect(app.complaints).toEqual([]);
  });
