using Lodestone.App;

return await CommandLine.RunAsync(args);
