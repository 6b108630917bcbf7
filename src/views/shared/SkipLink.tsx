import { firstOf, focusOn } from '../../browser/arrive';

/** Leads past the header, to what the view says first: of a list its head. A link would change the address, which holds the state of the page. */
export const SkipLink = () => (
  <button type="button" className="skip" onClick={skip}>
    Skip to the content
  </button>
);

function skip() {
  const target = firstOf() ?? document.querySelector('main');
  if (!target) return;
  focusOn(target);
  target.scrollIntoView({ block: 'nearest' });
}
