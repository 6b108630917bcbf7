export function datasetsIndex(folder?: string): string;
