import classes from './Present.module.css';

/** So long a ring is seen, in milliseconds: a class looks up late. */
const LASTS = 900;

function ring(x: number, y: number): void {
  const mark = document.createElement('span');
  mark.className = classes.ring;
  mark.dataset.presentRing = '';
  mark.style.left = `${x}px`;
  mark.style.top = `${y}px`;
  document.body.append(mark);
  setTimeout(() => mark.remove(), LASTS);
}

/** Shows a class what was pressed: a ring where the pointer went down, or about what a key pressed. @returns ends that */
export function ringWhatIsClicked(): () => void {
  const onPointer = ({ clientX, clientY }: PointerEvent) => ring(clientX, clientY);
  const onClick = (event: MouseEvent) => {
    // A key presses what has the focus, and has no place.
    if (event.detail !== 0 || !event.isTrusted || !(event.target instanceof Element)) return;
    const { left, top, width, height } = event.target.getBoundingClientRect();
    ring(left + width / 2, top + height / 2);
  };
  addEventListener('pointerdown', onPointer, true);
  addEventListener('click', onClick, true);
  return () => {
    removeEventListener('pointerdown', onPointer, true);
    removeEventListener('click', onClick, true);
  };
}
