/** What a colour or a shape of a figure says. */
export interface Tone {
  readonly name: string;
  /** As a style sheet would name it; left out where words alone say what is drawn, as a unit. */
  readonly color?: string;
  /** What is drawn in that colour: a bar, if nothing else is said. */
  readonly shape?: 'bar' | 'hollow' | 'disc' | 'dot' | 'ring' | 'square' | 'diamond' | 'dashed';
}

/** The key of a figure, drawn below it where it is saved and the page says it elsewhere. */
export type Key = readonly Tone[];
