import { z } from 'zod';

/** `MXPROOF_BASE_PATH`: letters, digits and signs that stand for themselves in a path (RFC 3986 §2.3). */
export const BasePath = z
  .string()
  .regex(
    /^(?:\/[\w~-][\w.~-]*)+$/,
    'must be a path such as /mxproof: it begins with a slash, and does not end with one',
  );
