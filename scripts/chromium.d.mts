export function ensureChromium(): string;
export const CHROMIUM_ARGS: string[];
export function findTestBrowser(): string | null;
export function ensureTestBrowser(): string;
