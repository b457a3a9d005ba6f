import { z } from 'zod';

/** The parameter of everything that has an id: whoever knows it may read it. */
export const LINK = { path: z.object({ id: z.string() }) };
