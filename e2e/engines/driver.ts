/** What the smoke asks of a browser, whatever drives it. */
export interface Driver {
  goto(url: string): Promise<void>;
  /** What a function gives in the page. It sees nothing but its argument; both go there and back as JSON. */
  read<A, R>(ask: (argument: A) => R, argument: A): Promise<R>;
  /** Presses the first element that fits, which must be there. */
  click(selector: string): Promise<void>;
  /** Types into the first element that fits. */
  type(selector: string, text: string): Promise<void>;
  /** What went wrong in the page and was not caught, or was written to its console as an error. */
  complaints(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export const VIEWPORT = { width: 1440, height: 900 };
