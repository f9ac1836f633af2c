# Rank acceptability, central weights with the R package smaa. Usage: Rscript acceptability_smaa.R TABLE SAMPLES SEED
suppressMessages(library(smaa))
arguments <- commandArgs(TRUE)
table <- read.csv(arguments[1])
samples <- as.integer(arguments[2])
set.seed(as.integer(arguments[3]))
n <- max(table$alt) + 1
m <- max(table$crit) + 1
triangular <- function(count, low, best, high) {
  u <- runif(count)
  peak <- (best - low) / (high - low)
  low + (high - low) * ifelse(u < peak, sqrt(u * peak), 1 - sqrt((1 - u) * (1 - peak)))
}
acceptability <- matrix(0, n, n)
block <- max(1000, floor(2e7 / (n * m)))
left <- samples
seconds <- system.time(while (left > 0) {
  size <- min(block, left)
  left <- left - size
  scores <- array(0, c(size, n, m))
  for (k in seq_len(nrow(table))) {
    scores[, table$alt[k] + 1, table$crit[k] + 1] <- triangular(size, table$lo[k], table$best[k], table$hi[k])
  }
  weights <- matrix(rexp(size * m), size, m)
  weights <- weights / rowSums(weights)
  ranks <- smaa.ranks(smaa.values(scores, weights))
  acceptability <- acceptability + unclass(smaa.ra(ranks)) * size / samples
  central <- smaa.cw(ranks, weights)
})
leaders <- order(-acceptability[, 1])[1:5]
cat(sprintf("seconds %.2f first %s\n", seconds[3], paste(leaders - 1, sprintf("%.4f", acceptability[leaders, 1]), collapse = " ")))
