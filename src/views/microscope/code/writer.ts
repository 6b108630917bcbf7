import type { Dialect, Numbers } from '../../../engine/equations';
import { numbers } from '../../code/literal';

/** Writes a program on vectors and matrices line by line. */
export class Writer {
  private readonly lines: string[] = [];
  /** What is computed, apart from the numbers that it is given. */
  private readonly steps: string[] = [];

  constructor(
    readonly say: Dialect,
    private readonly title: string,
  ) {}

  comment(text: string): void {
    this.lines.push(`${this.say.comment} ${text.replace(/\s+/g, ' ')}`);
  }

  /** A tensor of one or two dimensions with its numbers. Returns its name. */
  given(name: string, meaning: string, { shape, values }: Numbers): string {
    this.comment(`${meaning} [${shape.join(' × ')}]`);
    return this.declare(name, this.say.array(numbers(shape, values), shape.length === 2));
  }

  places(name: string, meaning: string, values: readonly number[]): string {
    this.comment(meaning);
    return this.declare(name, this.say.places(`[${values.join(', ')}]`));
  }

  /** Names what an expression gives. */
  name(name: string, expression: string): string {
    this.steps.push(this.say.declare(name, expression));
    return this.declare(name, expression);
  }

  blank(): void {
    this.lines.push('');
  }

  /** Ends the program: it fails unless its results are as expected. Returns all of it. */
  check(results: readonly (readonly [string, Numbers])[]): string {
    const { head, comment } = this.say;
    const checks = results.flatMap(([result, { shape, values }]) =>
      this.say.checkAll(result, this.say.array(numbers(shape, values), shape.length === 2)),
    );
    // The numbers are long, so what is done with them is told first.
    const told = this.steps.map((step) => `${comment}   ${step}`);
    const lines = [...head, '', `${comment} ${this.title}`, ...told, '', ...this.lines, '', ...checks];
    return `${lines.join('\n')}\n`;
  }

  private declare(name: string, expression: string): string {
    this.lines.push(this.say.declare(name, expression));
    return name;
  }
}
