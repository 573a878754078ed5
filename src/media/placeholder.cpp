// placeholder until the stage's first file stands
