/** What a part of a cell holds; null for nothing. */
export type CellPart = number | string | null;

/**
 * What a cell of a table says, as data for whoever saves the table: its parts by name, each a column of its own there, in
 * full precision. The part without a name is the column itself.
 */
export const says = (parts: Readonly<Record<string, CellPart>>) => ({ 'data-cell': JSON.stringify(parts) });

/** The same of a cell that is one number, or none. */
export const saysOnly = (value: CellPart) => says({ '': value });

/** A value with the ends of its interval. */
export const saysInterval = ({ value, low, high }: { value: number; low: number; high: number }) =>
  says(low === high ? { '': value } : { '': value, low, high });
