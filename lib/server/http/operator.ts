import { env } from '../config/env';

/** Who runs this and how to reach them; null when they do not say. */
export function operator(): string | null {
  return env().access.operator;
}
