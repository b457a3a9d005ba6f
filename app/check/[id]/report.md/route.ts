import { reportMarkdownRoute } from '@/lib/server/http/routes/proofs';

export const GET = reportMarkdownRoute.handler;
