/** Leads past the header, to the list where there is one. A link would change the address, which holds the state of the page. */
export const SkipLink = () => (
  <button type="button" className="skip" onClick={skip}>
    Skip to the content
  </button>
);

function skip() {
  const target = document.querySelector<HTMLElement>('[data-skip]') ?? document.querySelector('main');
  if (!target) return;
  target.tabIndex = -1;
  target.focus();
}
