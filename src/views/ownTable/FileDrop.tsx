import { useEffect, useState } from 'react';
import { droppedFiles } from '../../browser/files';
import { openDropped } from '../../session/exchange';
import { useAct } from '../../session/part';
import classes from './OwnTable.module.css';

/** Takes a file or a folder that is dropped anywhere on the page, as the buttons that open one do. */
export function FileDrop() {
  const act = useAct();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const holdsFiles = (event: DragEvent) =>
      !event.defaultPrevented && (event.dataTransfer?.types.includes('Files') ?? false);
    const drag = (event: DragEvent) => {
      if (!holdsFiles(event)) return setOver(false);
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!holdsFiles(event)) return;
      // The browser would leave the page for the file.
      event.preventDefault();
      if (event.dataTransfer) void act(openDropped(droppedFiles(event.dataTransfer)));
    };
    addEventListener('dragover', drag);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', drag);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, [act]);
  return over && <div className={classes.over}>Drop it to open it</div>;
}
