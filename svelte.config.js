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
    },
    paths: { relative: false },
    serviceWorker: { register: false },
    ...(process.env.RETOMBEES_VERSION && { version: { name: process.env.RETOMBEES_VERSION } }),
    output: { preloadStrategy: 'modulepreload' },
  },
};
