export function lessonsIndex(): string;
