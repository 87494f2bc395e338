export { Legend, legendMessages, type LegendMessages, type LegendProps } from './Legend.js';
