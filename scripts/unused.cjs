// Stands in for what a bundled library asks for and never uses here: calling it is a mistake, loading it is not.
module.exports = function unused() {
  return () => undefined;
};
module.exports.safeLoad = module.exports.load = module.exports;
module.exports.safeDump = module.exports.dump = module.exports;
module.exports.LinkifyIt = module.exports;
