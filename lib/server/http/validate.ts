import type { z } from 'zod';
import { AppProblem } from '@/lib/problem';

/** The value as the schema gives it. Throws `request-invalid` with one sentence and every `errors: [{ field, say }]`. */
export function validate<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), say: message }));
  const [first] = errors;
  const say = first?.field
    ? `${first.field}: ${first.say.replace(/\.$/, '')}.`
    : 'The request is not of the form that is expected.';
  throw new AppProblem('request-invalid', { say, fields: { errors } });
}
