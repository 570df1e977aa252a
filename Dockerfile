# docker build --tag indicators . && docker run --rm --read-only --tmpfs /tmp --publish 8050:8050 indicators

FROM node:22-slim AS npm
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci

FROM python:3.13-slim AS build
WORKDIR /app
# node and npm for this stage alone
COPY --from=npm /usr/local /usr/local/node
ENV PATH="/app/.venv/bin:$PATH:/usr/local/node/bin"
COPY requirements.lock ./
RUN python -m venv .venv && pip install --no-cache-dir --require-hashes --requirement requirements.lock
COPY . .
COPY --from=npm /app/node_modules node_modules
RUN python -m tools.build && rm -rf node_modules

FROM python:3.13-slim
WORKDIR /app
COPY --from=build /app /app
# draws the pictures that the server is asked for; without it all but those works
RUN apt-get update && apt-get install --yes --no-install-recommends chromium && rm -rf /var/lib/apt/lists/*
RUN useradd --system --create-home dashboard
USER dashboard
ENV PATH="/app/.venv/bin:$PATH" HOST=0.0.0.0 PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
EXPOSE 8050
HEALTHCHECK --interval=30s --start-period=30s \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(f'http://127.0.0.1:{os.environ.get(\"PORT\", 8050)}/readyz')"]
CMD ["gunicorn", "-c", "gunicorn.conf.py", "dashboard.app:server()"]
