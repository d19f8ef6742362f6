import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: adapter({ pages: 'build', assets: 'build', strict: true }),
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self'],
        'style-src': ['self', 'unsafe-inline'],
        'img-src': ['self', 'blob:', 'data:'],
        'font-src': ['self'],
        'connect-src': ['self'],
        'worker-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['self'],
        'form-action': ['self'],
      },
    },
    prerender: {
      origin: process.env.RETOMBEES_URL ?? 'http://localhost:4173',
      entries: ['*', '/sitemap.xml', '/robots.txt'],
      // A site of which no fund has a sealed edition has no page for one.
      handleUnseenRoutes: ({ routes, message }) => {
        if (routes.some((route) => route !== '/[fonds]/[edition=scellee]'))
          throw new Error(message);
      },
    },
    paths: { relative: false },
    serviceWorker: { register: false },
    ...(process.env.RETOMBEES_VERSION && { version: { name: process.env.RETOMBEES_VERSION } }),
    output: { preloadStrategy: 'modulepreload' },
  },
};
