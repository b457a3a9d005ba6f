import { reportJsonRoute } from '@/lib/server/http/routes/proofs';

export const GET = reportJsonRoute.handler;
