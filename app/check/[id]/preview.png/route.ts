import { previewRoute } from '@/lib/server/http/routes/proofs';

export const GET = previewRoute.handler;
