/** Stands in for "server-only" wherever Next's bundler is not there to check it: tests run on the server. */
export const nothing = null;
