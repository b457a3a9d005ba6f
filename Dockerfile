# One process, one database file: mount a volume at /data.
FROM node:24-bookworm-slim
WORKDIR /mxproof
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
ENV HOST=0.0.0.0 DATABASE_URL=file:/data/mxproof.db NEXT_TELEMETRY_DISABLED=1
RUN node scripts/build.mjs && mkdir /data && chown -R node:node /data /mxproof
USER node
VOLUME /data
EXPOSE 3000
CMD ["node", "scripts/start.mjs"]
